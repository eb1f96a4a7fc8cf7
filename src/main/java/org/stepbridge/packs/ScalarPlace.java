package org.stepbridge.packs;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds a character of a YAML text in the file. YAML folds lines and drops indentation, but keeps every character that
 * is no white space: those are counted.
 */
final class ScalarPlace {
    private ScalarPlace() {}

    static Place of(String file, ScalarNode scalar, int offset) {
        String value = scalar.getValue();
        int end = Math.min(offset, value.length());
        int left = (int)
                value.chars().limit(end).filter(c -> !Character.isWhitespace(c)).count();
        int at = start(file, scalar);
        int stop = Math.min(
                file.length(), file.offsetByCodePoints(0, scalar.getEndMark().getIndex()));
        int behind = at;
        while (at < stop) {
            char c = file.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (left == 0) {
                break;
            } else {
                at += width(scalar.getScalarStyle(), c);
                behind = at;
                left--;
            }
        }
        return place(file, end == value.length() || at >= stop ? behind : at);
    }

    private static int start(String file, ScalarNode scalar) {
        int mark = file.offsetByCodePoints(0, scalar.getStartMark().getIndex());
        return switch (scalar.getScalarStyle()) {
            case LITERAL, FOLDED -> file.indexOf('\n', mark) + 1;
            case SINGLE_QUOTED, DOUBLE_QUOTED -> mark + 1;
            default -> mark;
        };
    }

    /** How many characters of the file stand for one of the text: quotes inside quotes are written with two. */
    private static int width(ScalarStyle style, char c) {
        boolean escape =
                (style == ScalarStyle.SINGLE_QUOTED && c == '\'') || (style == ScalarStyle.DOUBLE_QUOTED && c == '\\');
        return escape ? 2 : 1;
    }

    private static Place place(String file, int at) {
        int lineStart = file.lastIndexOf('\n', at - 1) + 1;
        int line =
                1 + (int) file.chars().limit(lineStart).filter(c -> c == '\n').count();
        return new Place(line, file.codePointCount(lineStart, at) + 1);
    }
}
