package org.stepbridge.casework;

/** Shows what a delivery carries, composed by the same code that sends it. Sends, looks for and keeps nothing. */
public interface Letters {

    /**
     * An email's source, a message's JSON or a file's lines.
     *
     * @throws IllegalArgumentException if the pack no longer has what it takes, such as the template
     */
    String source(Parcel parcel);
}
