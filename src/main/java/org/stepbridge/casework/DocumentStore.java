package org.stepbridge.casework;

import java.util.List;
import java.util.UUID;

/** Keeps the documents of a delivery, so that every try of it carries the same bytes. Every call is one transaction. */
public interface DocumentStore {

    /** What was kept for this delivery; empty when nothing was. */
    List<Document> kept(UUID delivery);

    /** Keeps these unless something was kept before. */
    void keep(UUID delivery, List<Document> documents);
}
