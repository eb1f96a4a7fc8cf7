package org.stepbridge.operations.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stepbridge.operations.generate.SyntheticChance.Purpose;

/**
 * Writes exports of both systems about children who do not exist, and the file that says what is right for each
 * request. Same arguments, same bytes. Memory is a few bytes a request and a note: texts are made when written.
 */
final class SyntheticExports {
    private final SyntheticPlan plan;
    private final byte[] kinds;
    private final SyntheticNoteOrder order;

    private SyntheticExports(SyntheticPlan plan) {
        this.plan = plan;
        kinds = SyntheticKind.shuffled(plan);
        order = new SyntheticNoteOrder(plan, kinds);
    }

    /**
     * Writes the exports with the usual extract time.
     *
     * @throws IllegalArgumentException when the numbers are out of range, before anything is written
     */
    static void write(int requests, double notesPerRequest, long seed, Path out) throws IOException {
        write(SyntheticPlan.of(requests, notesPerRequest, seed, SyntheticPlan.USUAL_STAMP), out);
    }

    static void write(SyntheticPlan plan, Path out) throws IOException {
        SyntheticExports exports = new SyntheticExports(plan);
        try (SyntheticFiles files = SyntheticFiles.in(out, plan)) {
            exports.writeTo(files);
        }
    }

    static void write(SyntheticPlan plan, SyntheticFiles files) {
        new SyntheticExports(plan).writeTo(files);
    }

    private void writeTo(SyntheticFiles files) {
        writeRequests(files);
        writeNotes(files);
    }

    private void writeRequests(SyntheticFiles files) {
        files.transfers().writeRecord(SyntheticRequestRow.TRANSFER_HEADER);
        files.stepUps().writeRecord(SyntheticRequestRow.STEP_UP_HEADER);
        files.truth().writeRecord("Id", "Expected", "Why", "NoteID");
        for (int index = 0; index < plan.requests(); index++) {
            SyntheticCase request = SyntheticCase.of(plan, index, kinds);
            if (request.kind() == SyntheticKind.STEP_UP) {
                files.stepUps().writeRecord(SyntheticRequestRow.stepUp(plan, request));
            } else {
                files.transfers().writeRecord(SyntheticRequestRow.transfer(plan, request));
            }
            files.truth().writeRecord(request.id(), request.expected(), request.why(), order.citedNoteId(index));
        }
    }

    private void writeNotes(SyntheticFiles files) {
        files.notes().writeRecord(SyntheticNoteRow.HEADER);
        for (int place = 0; place < order.size(); place++) {
            files.notes().writeRecord(noteRow(place));
        }
    }

    private List<String> noteRow(int place) {
        String id = order.noteId(place);
        int ordinary = order.ordinary(place);
        if (ordinary >= 0) {
            return SyntheticNoteRow.ordinary(plan, id, plan.chance(Purpose.FILLER, ordinary));
        }
        SyntheticCase request = SyntheticCase.of(plan, order.request(place), kinds);
        SyntheticNote note = request.notes(plan).get(order.ordinal(place));
        long number = request.index() * 2L + order.ordinal(place);
        return SyntheticNoteRow.of(plan, id, request, note, plan.chance(Purpose.NOTE, number));
    }
}
