package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per product that a campaign, coupon or promotion offered in a place and period.
 *
 * <p>An offer lasts, so that it has a first and a last day and no moment.
 */
public final class CampaignOffer {

    public static final Field OFFER_LINE_ID = required(
            "offer_line_id",
            STRING,
            "Number of the offer's line at the source; where it stood in the delivery when the source gives none");
    public static final Field STARTS_ON = required("starts_on", DATE, "First day of the offer");
    public static final Field ENDS_ON = optional("ends_on", DATE, "Last day of the offer");
    public static final Field KIND = required("kind", STRING, "coupon, promotion, or the source's own");
    public static final Field OFFER_ID =
            optional("offer_id", STRING, "Coupon or promotion number, shared by its products");
    public static final Field CAMPAIGN_ID = optional("campaign_id", STRING, "Campaign that the offer belongs to");
    public static final Field PRODUCT_ID = required("product_id", STRING, "Product offered");
    public static final Field LOCATION_ID = optional("location_id", STRING, "Store or site; null for all");
    public static final Field DISPLAY =
            optional("display", STRING, "Where in the store the product is displayed; null when it is not");
    public static final Field MAILER =
            optional("mailer", STRING, "Where in the mailed leaflet the product stands; null when it does not");
    public static final Field OFFER_PRICE =
            optional("offer_price", MONEY, "Price of one unit during the offer, company currency");
    public static final Field DISCOUNT_SHARE = optional("discount_share", RATIO, "Share taken off the price, 0 to 1");

    public static final TableSpec SPEC = TableSpec.silver("campaign_offer")
            .grain("one row per offer of a product in a campaign, place and period")
            .fields(Provenance.after(
                    OFFER_LINE_ID,
                    STARTS_ON,
                    ENDS_ON,
                    KIND,
                    OFFER_ID,
                    CAMPAIGN_ID,
                    PRODUCT_ID,
                    LOCATION_ID,
                    DISPLAY,
                    MAILER,
                    OFFER_PRICE,
                    DISCOUNT_SHARE))
            .key(OFFER_LINE_ID)
            .day(STARTS_ON)
            .check("end_not_before_start", "ends_on IS NULL OR ends_on >= starts_on")
            .check("discount_is_a_share", "discount_share IS NULL OR (discount_share >= 0 AND discount_share <= 1)")
            .check("offer_price_not_negative", "offer_price IS NULL OR offer_price >= 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(PRODUCT_ID)
            .deriving(OFFER_LINE_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(STARTS_ON, "known_date")
            .deriving(KIND, "'promotion'");

    private CampaignOffer() {}
}
