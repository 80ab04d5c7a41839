package dev.millrace.docs;

import java.util.Map;

/** The pages of documentation that follow from the declarations of tables, jobs and settings. */
public final class GeneratedDocs {

    private GeneratedDocs() {}

    /** The content of each page, by file name. */
    public static Map<String, String> pages() {
        return Map.of();
    }
}
