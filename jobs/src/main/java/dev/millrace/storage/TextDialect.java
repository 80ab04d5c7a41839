package dev.millrace.storage;

import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;

/** How the rows of a text format are told apart. */
final class TextDialect {

    private TextDialect() {}

    /** A format of fixed places has rows like a delimited one without quotes; without multi-line fields quotes end no row. */
    static CsvDialect of(SourceFormat format) {
        if (format instanceof SourceFormat.Delimited delimited) {
            CsvDialect dialect = delimited.dialect();
            return dialect.multiLine() ? dialect : withoutQuotes(dialect);
        }
        SourceFormat.FixedWidth fixed = (SourceFormat.FixedWidth) format;
        return new CsvDialect("\t", "", "\\", fixed.encoding(), false, fixed.skippedLines(), "", false, false);
    }

    private static CsvDialect withoutQuotes(CsvDialect dialect) {
        return new CsvDialect(
                dialect.separator(),
                "",
                dialect.escape(),
                dialect.encoding(),
                dialect.header(),
                dialect.skippedLines(),
                dialect.comment(),
                false,
                dialect.ragged());
    }
}
