package dev.millrace.features;

import dev.millrace.testing.Company;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Sessions, funnels, paths of channels and cohorts in plain SQL over all events and all order lines. */
final class BehaviourOracle {

    private static final String SESSIONS =
            """
            WITH events AS (
              SELECT coalesce(visitor_id, 'customer ' || customer_id, 'session ' || session_id, 'event ' || event_id) AS visitor,
                     struct(event_ts, event_id) AS place, event_ts, event_date, event_type, channel, customer_id, known_date
              FROM web_event),
            paused AS (
              SELECT e.*, NOT EXISTS (SELECT 1 FROM events AS o WHERE o.visitor = e.visitor AND o.place < e.place
                AND o.event_ts >= e.event_ts - INTERVAL 30 MINUTES) AS after_pause
              FROM events AS e),
            starts AS (
              SELECT p.visitor, p.place FROM paused AS p
              WHERE after_pause OR (
                NOT EXISTS (SELECT 1 FROM paused AS o
                  WHERE o.visitor = p.visitor AND o.event_date = p.event_date AND o.place < p.place)
                AND NOT EXISTS (SELECT 1 FROM paused AS o
                  WHERE o.visitor = p.visitor AND o.event_date = p.event_date - 1 AND o.after_pause))),
            placed AS (
              SELECT e.visitor, e.place, first(e.event_type) AS type, first(e.channel) AS channel,
                     first(e.customer_id) AS customer_id, first(e.known_date) AS known_date, max(s.place).event_ts AS began
              FROM events AS e JOIN starts AS s ON s.visitor = e.visitor AND s.place <= e.place
              GROUP BY e.visitor, e.place)
            SELECT visitor, began, max(place).event_ts AS ended, count(*) AS events,
                   greatest(max(known_date), CAST(max(place).event_ts AS DATE)) AS known,
                   CASE WHEN bool_or(type = 'purchase') THEN 'purchase' WHEN bool_or(type = 'checkout') THEN 'checkout'
                     WHEN bool_or(type = 'add_to_cart') THEN 'add_to_cart' WHEN bool_or(type = 'view') THEN 'view'
                     ELSE 'visit' END AS furthest,
                   bool_or(type = 'add_to_cart') AS filled, bool_or(type = 'purchase') AS bought,
                   min_by(channel, place) FILTER (WHERE channel IS NOT NULL) AS channel,
                   min_by(customer_id, place) FILTER (WHERE customer_id IS NOT NULL) AS customer_id
            FROM placed GROUP BY visitor, began
            """;

    private static final String FUNNEL =
            """
            SELECT CAST(began AS DATE), coalesce(channel, 'unknown'), count(*), count_if(furthest <> 'visit'),
                   count_if(furthest IN ('add_to_cart', 'checkout', 'purchase')), count_if(furthest IN ('checkout', 'purchase')),
                   count_if(bought), CAST(count_if(furthest = 'visit') / count(*) AS DECIMAL(18, 6)), count_if(filled AND NOT bought)
            FROM sessions GROUP BY 1, 2 ORDER BY 1, 2
            """;

    private static final String PATHS =
            """
            WITH ended AS (
              SELECT * FROM sessions AS e
              WHERE bought OR NOT EXISTS (SELECT 1 FROM sessions AS o WHERE o.visitor = e.visitor AND o.began > e.began
                AND o.began <= e.began + INTERVAL 30 DAYS)),
            purchases AS (SELECT visitor, began FROM sessions WHERE bought),
            walked AS (
              SELECT e.visitor, e.began, first(e.bought) AS bought, min(p.began) AS first_at, count(*) AS touches,
                     transform(array_sort(collect_list(struct(p.began, coalesce(p.channel, 'unknown') AS channel))),
                       step -> step.channel) AS channels
              FROM ended AS e JOIN sessions AS p ON p.visitor = e.visitor AND p.began <= e.began
                AND p.began >= e.began - INTERVAL 30 DAYS
              WHERE NOT EXISTS (SELECT 1 FROM purchases AS b
                WHERE b.visitor = e.visitor AND b.began >= p.began AND b.began < e.began)
              GROUP BY e.visitor, e.began),
            told AS (
              SELECT *, array_join(aggregate(channels, CAST(array() AS ARRAY<STRING>),
                (path, channel) -> IF(try_element_at(path, -1) <=> channel, path, array_append(path, channel))), ' > ') AS path
              FROM walked)
            SELECT CAST(began AS DATE), path, count_if(bought), count_if(NOT bought), sum(touches),
                   sum(datediff(CAST(began AS DATE), CAST(first_at AS DATE)))
            FROM told GROUP BY 1, 2 ORDER BY 1, 2
            """;

    private static final String COHORTS =
            """
            WITH sales AS (SELECT customer_id, trunc(order_date, 'month') AS month, order_date, kind, amount FROM order_line
              WHERE customer_id IS NOT NULL),
            cohorts AS (SELECT customer_id, min(month) AS cohort FROM sales WHERE kind = 'sale' GROUP BY customer_id),
            sizes AS (SELECT cohort, count(*) AS customers FROM cohorts GROUP BY cohort),
            months AS (SELECT DISTINCT month FROM sales),
            bought AS (
              SELECT cohort, month, count(DISTINCT IF(kind = 'sale', customer_id, NULL)) AS active, sum(amount) AS net
              FROM sales JOIN cohorts USING (customer_id) GROUP BY cohort, month)
            SELECT cohort, month, customers, coalesce(active, 0), CAST(coalesce(active, 0) / customers AS DECIMAL(18, 6)),
                   CAST(coalesce(net, 0) AS DECIMAL(18, 4))
            FROM months JOIN sizes ON cohort <= month LEFT JOIN bought USING (cohort, month) ORDER BY 1, 2
            """;

    private BehaviourOracle() {}

    static List<String> sessions(SparkSession session, Company company) {
        company.table("silver/web_event").createOrReplaceTempView("web_event");
        session.sql(SESSIONS).createOrReplaceTempView("sessions");
        return texts(session, "SELECT * FROM sessions ORDER BY visitor, began");
    }

    /** After {@link #sessions}, whose rows it counts. */
    static List<String> funnel(SparkSession session) {
        return texts(session, FUNNEL);
    }

    /** After {@link #sessions}, whose channels it follows. */
    static List<String> paths(SparkSession session) {
        return texts(session, PATHS);
    }

    static List<String> cohorts(SparkSession session, Company company) {
        company.table("silver/order_line").createOrReplaceTempView("order_line");
        return texts(session, COHORTS);
    }

    private static List<String> texts(SparkSession session, String sql) {
        return session.sql(sql).collectAsList().stream()
                .map(row -> row.mkString("|"))
                .toList();
    }
}
