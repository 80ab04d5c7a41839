package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per code of a code list and language, with the words that it stands for. */
public final class CodeLabel {

    public static final Field CODE_LIST =
            required("code_list", STRING, "List that the code belongs to, such as product_category");
    public static final Field CODE = required("code", STRING, "Code as other rows have it");
    public static final Field LANGUAGE = required("language", STRING, "ISO 639-1 code of the language, such as en");
    public static final Field LABEL = optional("label", STRING, "Words that the code stands for");

    public static final TableSpec SPEC = TableSpec.silver("code_label")
            .grain("one row per code list, code and language")
            .fields(Provenance.ofNewest(CODE_LIST, CODE, LANGUAGE, LABEL))
            .key(CODE_LIST, CODE, LANGUAGE)
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private CodeLabel() {}
}
