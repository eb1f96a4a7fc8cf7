package org.stepbridge.casework;

/**
 * A document that a step-up names.
 *
 * @param name its own name, as the record has it
 * @param type its media type by content; empty when it is not attached
 * @param extension what a file of that type ends in; likewise
 * @param content its bytes; none when it is not attached
 * @param reason why it is not attached, for people; empty when it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Document(String name, String type, String extension, byte[] content, String reason) {

    /** One that cannot travel with the email. */
    public static Document leftOut(String name, String reason) {
        return new Document(name, "", "", new byte[0], reason);
    }

    /** Whether it travels with the email. */
    public boolean attached() {
        return reason.isEmpty();
    }

    @Override
    public String toString() {
        return "Document[" + type + ", " + content.length + " bytes]";
    }
}
