package org.stepbridge.packs;

import org.yaml.snakeyaml.error.Mark;

/** A place in a file, both counted from 1. */
record Place(int line, int column) {

    static final Place START = new Place(1, 1);

    static Place of(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
