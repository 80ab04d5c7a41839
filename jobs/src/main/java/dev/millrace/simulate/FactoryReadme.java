package dev.millrace.simulate;

/** Explains the truth of a factory to who finds it. */
final class FactoryReadme {

    static final String TEXT =
            """
            # What was planted

            The feeds beside this folder were simulated. These tables say what is true of them; nothing here may be an input of a model.

            | table | one row per | what it says |
            |---|---|---|
            | suppliers.csv | supplier | days from order to delivery, chance that a delivery is late, mean days late of those, whether it \
            is meant to be found; WORKS is the factory itself |
            | bills.csv | part of a parent | units in one good unit, share lost in making |
            | stock_days.csv | item and day (from the first, 0) | units at its beginning, received, taken, asked for in vain, left |

            ## How it hangs together

            - Orders of a product on a day are Poisson; the mean follows the weekday and a season of its own.
            - At the end of a day as much is ordered as the mean use of 28 days needs for the lead time and 19 days, in whole packs, once what
              is on hand and on order is no more than it needs for the lead time and 5 days; never less than for half of what is asked for in the mean.
            - What the works are ordered to make is asked for of its parts on the same day, scrap included. Parts that are short are had from
              elsewhere: that holds up nothing, and is in no feed.
            - Orders of customers that cannot be served are lost.
            """;

    private FactoryReadme() {}
}
