package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per campaign, as the sources last described it; a value once known is not lost to a later blank. */
public final class Campaign {

    public static final Field CAMPAIGN_ID = required("campaign_id", STRING, "Campaign number at the source");
    public static final Field NAME = optional("name", STRING, "Name");
    public static final Field KIND = optional("kind", STRING, "Kind of campaign");
    public static final Field CHANNEL = optional("channel", STRING, "Channel");
    public static final Field STARTS_ON = optional("starts_on", DATE, "First day");
    public static final Field ENDS_ON = optional("ends_on", DATE, "Last day");
    public static final Field BUDGET = optional("budget", MONEY, "Money planned, company currency");

    public static final TableSpec SPEC = TableSpec.silver("campaign")
            .grain("one row per campaign")
            .fields(Provenance.ofNewest(CAMPAIGN_ID, NAME, KIND, CHANNEL, STARTS_ON, ENDS_ON, BUDGET))
            .key(CAMPAIGN_ID)
            .check("end_not_before_start", "ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on")
            .check("budget_not_negative", "budget IS NULL OR budget >= 0")
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Campaign() {}
}
