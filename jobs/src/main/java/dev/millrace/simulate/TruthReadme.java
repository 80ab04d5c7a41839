package dev.millrace.simulate;

/** Explains the truth to who finds it. */
final class TruthReadme {

    static final String TEXT =
            """
            # What was planted

            The feeds beside this folder were simulated. These tables say what is true of them; nothing here may be an input of a model.

            | table | one row per | what it says |
            |---|---|---|
            | parameters.csv | number | the plan, and every planted number that has no table of its own |
            | segments.csv | customer segment | share of customers, mean orders a customer-day, lines an order, units a line, share of \
            lines at a discount, churn hazard a day, web sessions without purchase an order, share of orders by channel |
            | customers.csv | customer | segment, own order rate, signup date, churn date and driver (empty: did not leave), favourite \
            category (index, in the order of categories.csv), proneness to return |
            | churn_drivers.csv | churn driver | hazard in multiples of the segment's; days between its sign and the churn date |
            | channels.csv | channel | share of its web sessions that buy |
            | categories.csv | category | own-price elasticity of demand, median list price |
            | products.csv | product | category that governs its demand, list price, demand at that price (relative), unit cost, launch |
            | prices.csv | product and price week | price, promotion, factor on demand |
            | days.csv | day | factors on the order rate: of the weekday, of the time of year |
            | dirt.csv | delivered file | records after the header, and how many of them are truncated, duplicated, badly encoded, late |

            ## How it hangs together

            - Orders of a customer on a day are Poisson with mean own rate x weekday factor x time-of-year factor, x faded_rate in the
              last fading_days before the churn date. From the churn date on there are none.
            - The own rate is the segment's rate times a log-normal of mean 1 and spread order_rate_spread.
            - Hazards of the churn drivers add up; a leaving customer's driver is drawn in proportion to them. disappointed threatens
              only return-prone customers and shows as returns; lost-interest as withdrawn consent; moved as a new city.
            - A line's product is drawn in proportion to base_demand x (price / base_price) ^ elasticity among all products on sale, or
              among those of the customer's favourite category (favoured_lines).
            - Sessions without purchase come in the number that makes each channel convert at its rate. The store leaves no sessions.
            - An order has its line of fees (SHIPPING) with probability orders_with_fee, and no customer with anonymous_orders.
            - A line has at most one blemish. A duplicated line counts once: its first copy is clean. A late line arrives 1 to 3 days
              after its day in a file named late; what would be late on the last day is duplicated instead.
            """;

    /** What is added where stock is kept. */
    static final String SUPPLY =
            """

            ## Stock

            | table | one row per | what it says |
            |---|---|---|
            | suppliers.csv | supplier | days from order to delivery, chance that a delivery is late, mean days late of those, whether it \
            is meant to be found |
            | supply.csv | product | supplier, pack, days (counted from the first, 0) in which nothing arrives; none where both are 0 |
            | stock_days.csv | product and day | units at its beginning, received, sold, asked for in vain, left at its end |
            | promotions.csv | promotion | first day, share off the price, whether it was withdrawn before it began |

            - Deliveries arrive in the morning; wishes are served in their order, each whole or not at all. What is not served is lost: it is
              in no order, no return and no web event.
            - At the end of a day as much is ordered as the mean sales of 28 days need for the lead time and 19 days, in whole packs, once
              what is on hand and on order is no more than they need for the lead time and 5 days; never less than for half of what is asked for in the mean.
            - Promotions are those of prices.csv, announced two weeks ahead. Withdrawn ones never changed a price. Those after the last day
              are announced and not yet seen.
            """;

    private TruthReadme() {}
}
