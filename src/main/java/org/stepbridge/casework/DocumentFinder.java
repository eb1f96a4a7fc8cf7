package org.stepbridge.casework;

import java.util.List;
import org.stepbridge.model.Request;

/** Finds the documents that lie beside an export. */
@FunctionalInterface
public interface DocumentFinder {

    /**
     * A document for each of these names, in their order. One that is missing, too large, of a type that is not passed on
     * or that cannot be read says why; nothing is ever thrown for it, so that no step-up waits for a document.
     */
    List<Document> find(Request request, List<String> names);
}
