package org.stepbridge.intake;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which documents travel with a step-up.
 *
 * @param largest how large one may be
 * @param inAll how large all of an email may be together, before they are encoded, which adds a third
 * @param types what they may be, by content, as their files usually end
 */
@ConfigurationProperties("stepbridge.attachments")
record AttachmentSettings(
        @DefaultValue("10MB") DataSize largest,
        @DefaultValue("15MB") DataSize inAll,

        @DefaultValue({"pdf", "docx", "xlsx", "pptx", "odt", "ods", "rtf", "txt", "jpg", "png", "tif", "heic"})
        List<String> types) {
    AttachmentSettings {
        types = List.copyOf(types);
        for (String type : types) {
            if (!DocumentType.KNOWN.containsValue(type)) {
                throw new IllegalArgumentException("stepbridge.attachments.types: '" + type
                        + "' cannot be told by content; known: "
                        + String.join(
                                ", ",
                                DocumentType.KNOWN.values().stream().sorted().toList()));
            }
        }
        if (largest.isNegative() || inAll.isNegative()) {
            throw new IllegalArgumentException("stepbridge.attachments: a size is not negative");
        }
    }
}
