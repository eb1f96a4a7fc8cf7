package org.stepbridge.dispatch;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;

/**
 * The columns of one kind of file and how a line is filled.
 *
 * @param header the columns' names, fixed by the outer contract
 */
record FileLayout(List<String> header, Line line) {
    private static final Map<Channel, FileLayout> LAYOUTS = Map.of(
            Channel.LCS_RETURNS,
                    layout(
                            "Reference,TransferID,TransferType,LCSPersonID,EHMPersonID,ReturnedAt,ReasonCode,Reason,Clause,"
                                    + "SocialWorker,SocialWorkerEmail,TeamManager",
                            Lines::lcsReturn),
            Channel.EHM_RETURNS,
                    layout(
                            "Reference,StepUpID,EHMPersonID,LCSPersonID,ReturnedAt,ReasonCode,Reason,Clause,RaisedBy,"
                                    + "RaisedByEmail",
                            Lines::ehmReturn),
            Channel.ALLOCATIONS,
                    layout(
                            "Reference,TransferID,TransferType,LCSPersonID,EHMPersonID,Tray,AcceptedAt,NoteID,NoteDate,"
                                    + "NoteAuthor,WorkRequired,DesiredOutcomes,Flags",
                            Lines::allocation),
            Channel.RECORDINGS_LCS, layout("Reference,PersonID,RecordedAt,Kind,Text", Lines::lcsRecording),
            Channel.RECORDINGS_EHM, layout("Reference,PersonID,RecordedAt,Kind,Text", Lines::ehmRecording),
            Channel.AGENDAS,
                    layout(
                            "Reference,Meeting,MeetingDate,TransferID,TransferType,LCSPersonID,EHMPersonID,Locality,RequestedAt,"
                                    + "RequestedBy,Flags",
                            Lines::agenda));

    /** Fills a line. */
    @FunctionalInterface
    interface Line {
        List<String> cells(Parcel.Item item, ZoneId zone);
    }

    /** The layout of this channel's files. */
    static FileLayout of(Channel channel) {
        FileLayout layout = LAYOUTS.get(channel);
        if (layout == null) {
            throw new IllegalArgumentException("the channel " + channel.label() + " writes no files");
        }
        return layout;
    }

    /** The cells of this item's line, as many as the header has. */
    List<String> cells(Parcel.Item item, ZoneId zone) {
        return line.cells(item, zone);
    }

    private static FileLayout layout(String header, Line line) {
        return new FileLayout(List.of(header.split(",")), line);
    }
}
