package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.stepbridge.casework.Mapping;
import org.stepbridge.casework.Mapping.Column;

/**
 * The rows of an XML file, numbered from one by their elements. What stands in a row's element is named by its path from
 * there, such as {@code Child/NHSNumber} or {@code Child/@id}. Behind a place that is not well formed nothing can be
 * read, so that place is a row which may have swallowed others.
 */
final class XmlRows implements RowReader {
    private static final int DEEPEST = 32;
    private static final int MOST_CHARS_KEPT = (1 << 20) + 1;
    private static final String BROKEN =
            "From here on it is not well formed or it is cut off, so nothing behind this can be read. Export it again.";

    private static final String ONLY_TEXT =
            "It holds text and no elements with names. Is it an export of another kind?";
    private static final String ELSEWHERE =
            "It has no rows where the feed says they are, and something else there. Mend 'rows' in the feed or the export.";

    private final Reader text;
    private final XMLStreamReader xml;
    private final NamedCells cells;
    private final String rows;
    private final Deque<String> above = new ArrayDeque<>();

    private long number;
    private boolean inRow;
    private boolean begun;
    private boolean ended;
    /** Whether something stands outside of rows that may well be one. */
    private boolean elsewhere;

    private XmlRows(Reader text, XMLStreamReader xml, Mapping mapping) {
        this.text = text;
        this.xml = xml;
        this.cells = new NamedCells(mapping.columns());
        this.rows = Headings.key(mapping.layout().rows());
    }

    /**
     * Reads these bytes, which it closes with itself.
     *
     * @throws UnreadableFile when it is no XML, or has a document type, whose entities could fetch files or fill the memory
     */
    static XmlRows open(InputStream bytes, Mapping mapping) throws IOException, UnreadableFile {
        Reader text = XmlText.open(bytes);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(text);
            var reader = new XmlRows(text, xml, mapping);
            reader.toRoot();
            return reader;
        } catch (XMLStreamException e) {
            throw unlessDiskFailed(e, "It is not XML that can be read. Export it again.");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched for an export");
        });
        return factory;
    }

    private void toRoot() throws XMLStreamException, UnreadableFile {
        for (int event = xml.next(); event != XMLStreamConstants.START_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.DTD) {
                throw new UnreadableFile(
                        "", "It declares a document type (DOCTYPE), which is never read. Export it without one.");
            }
        }
        above.addLast(xml.getLocalName());
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        if (!begun) {
            begun = true;
            return cells.heading();
        }
        if (ended) {
            return null;
        }
        try {
            while (!ended) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    above.addLast(xml.getLocalName());
                    boolean isRow = isRow();
                    elsewhere |= !isRow && cells.knows(xml.getLocalName());
                    RawRow row = isRow ? row() : above.size() > DEEPEST ? tooDeep() : null;
                    if (row != null) {
                        return row;
                    }
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    elsewhere |= above.size() == 1 && !xml.isWhiteSpace();
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    above.removeLast();
                } else {
                    ended = event == XMLStreamConstants.END_DOCUMENT;
                }
            }
            return number == 0 && elsewhere ? cells.broken(1, ELSEWHERE, true, false) : null;
        } catch (XMLStreamException e) {
            var unused = unlessDiskFailed(e, BROKEN);
            ended = true;
            return cells.broken(inRow ? number : number + 1, BROKEN, true, false);
        }
    }

    private boolean isRow() {
        if (rows.isEmpty()) {
            return above.size() == 2;
        }
        return rows.equals(Headings.key(rows.indexOf('/') < 0 ? above.getLast() : String.join("/", above)));
    }

    /** Reads the element that has just begun; null when nothing stands in it. */
    private @Nullable RawRow row() throws XMLStreamException {
        number++;
        inRow = true;
        Deque<String> path = new ArrayDeque<>();
        var leaf = new StringBuilder();
        boolean isLeaf = false;
        attributes(path);
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.addLast(xml.getLocalName());
                    if (above.size() + path.size() > DEEPEST) {
                        return tooDeep();
                    }
                    attributes(path);
                    leaf.setLength(0);
                    isLeaf = true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = MOST_CHARS_KEPT - leaf.length();
                    leaf.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (path.isEmpty()) {
                        above.removeLast();
                        inRow = false;
                        if (cells.blank() && !leaf.toString().isBlank()) {
                            return cells.broken(number, ONLY_TEXT, false, false);
                        }
                        return cells.blank() ? null : cells.row(number);
                    }
                    if (isLeaf) {
                        cells.put(String.join("/", path), leaf.toString());
                    }
                    leaf.setLength(0);
                    isLeaf = false;
                    path.removeLast();
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void attributes(Deque<String> path) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = "@" + xml.getAttributeLocalName(i);
            cells.put(path.isEmpty() ? name : String.join("/", path) + "/" + name, xml.getAttributeValue(i));
        }
    }

    private RawRow tooDeep() {
        ended = true;
        return cells.broken(
                Math.max(1, number),
                "Its elements are nested deeper than " + DEEPEST + " levels, so nothing behind this is read.",
                true,
                false);
    }

    private static UnreadableFile unlessDiskFailed(XMLStreamException e, String problem) throws IOException {
        if (e.getNestedException() instanceof IOException disk && !(disk instanceof XmlText.StretchTooLong)) {
            throw disk;
        }
        return new UnreadableFile("", problem);
    }

    @Override
    public List<String> unknown() {
        return cells.unknown();
    }

    @Override
    public List<Column> absent() {
        return cells.absent();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
