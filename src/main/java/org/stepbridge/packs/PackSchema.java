package org.stepbridge.packs;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a pack file against its JSON Schema, the same that editors use. */
final class PackSchema {
    private final JsonNode source;
    private final Schema schema;

    private PackSchema(JsonNode source) {
        this.source = source;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(source);
    }

    /** The schema of this kind of file: {@code protocol}, {@code directory} or {@code feeds}. */
    static PackSchema of(String kind) {
        try (InputStream in = PackSchema.class.getResourceAsStream("/org/stepbridge/schema/" + kind + ".schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the program was built without the schema of " + kind + ".yaml");
            }
            return new PackSchema(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells all that is wrong with the shape of this file; whether nothing is. */
    boolean check(PackFile file, Problems problems) {
        List<Error> errors = schema.validate(file.root());
        List<SchemaProblem> told = errors.stream()
                .map(error -> new SchemaProblem(file, error, source))
                .toList();
        told.stream().filter(problem -> !problem.misspelt(told)).forEach(problem -> problem.tell(problems));
        return errors.isEmpty();
    }
}
