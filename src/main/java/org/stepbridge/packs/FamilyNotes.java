package org.stepbridge.packs;

/** Checks that notes of a family's episode are brought where a rule reads them, and only there. */
final class FamilyNotes {
    static final String FIELD = "familyEpisodeId";

    private FamilyNotes() {}

    static void check(Item feeds, Item protocol) {
        boolean read = protocol.entries("requests").values().stream()
                .flatMap(request -> request.items("evidence").stream())
                .anyMatch(step -> step.at("note").flag("familyNotes", false));
        boolean brought = false;
        for (Item feed : feeds.entries("feeds").values()) {
            boolean brings = feed.at("columns").has(FIELD);
            if (brings && !read) {
                feed.at("columns")
                        .at(FIELD)
                        .wrongKey("no rule reads notes of a family; leave '" + FIELD
                                + "' out, or write familyNotes: true where a note is asked for");
            }
            brought |= brings && feed.text("kind").equals("notes");
        }
        if (read && !brought) {
            feeds.at("feeds")
                    .wrongKey("familyNotes asks for notes of a family, and no feed of notes brings '" + FIELD
                            + "'; map the column with the number of the family's episode");
        }
    }
}
