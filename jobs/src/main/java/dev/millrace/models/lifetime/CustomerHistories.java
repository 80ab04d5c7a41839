package dev.millrace.models.lifetime;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.millrace.engines.lifetime.LifetimeColumns;
import dev.millrace.table.ColumnTypes;
import dev.millrace.tables.feature.CustomerDay;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What BG/NBD and gamma-gamma look at of each customer, from its days: a purchase is a day with an order, as in the papers. The value
 * of repeat purchases is all net sales but those of the first order day, so that what is returned later counts against it.
 */
final class CustomerHistories {

    /** Days with an order. */
    static final String ORDER_DAYS = "order_days";

    /** Net sales of all days. */
    static final String NET_SALES = "net_sales";

    private CustomerHistories() {}

    /**
     * One row a customer who had bought: customer_id, order_days, net_sales, and the columns that the engine reads.
     *
     * @param days rows of feature/customer_day
     * @param newest the newest day of them, to which customers were observed
     */
    static Dataset<Row> of(Dataset<Row> days, LocalDate newest) {
        Column bought = CustomerDay.ORDERS.col().gt(0);
        Column orderDay = when(bought, CustomerDay.ORDER_DATE.col());
        Dataset<Row> customers = days.groupBy(CustomerDay.CUSTOMER_ID.col())
                .agg(
                        count_if(bought).alias(ORDER_DAYS),
                        min(orderDay).alias("_first"),
                        max(orderDay).alias("_last"),
                        sum(CustomerDay.NET_SALES.col()).cast(ColumnTypes.MONEY).alias(NET_SALES),
                        min_by(CustomerDay.NET_SALES.col(), orderDay).alias("_first_sales"))
                .filter(col(ORDER_DAYS).gt(0));
        Column repeated = col(ORDER_DAYS).minus(1);
        return customers.select(
                CustomerDay.CUSTOMER_ID.col(),
                col(ORDER_DAYS),
                col(NET_SALES),
                repeated.alias(LifetimeColumns.REPEAT_PURCHASES),
                datediff(col("_last"), col("_first")).cast("long").alias(LifetimeColumns.RECENCY_DAYS),
                datediff(lit(newest), col("_first")).cast("long").alias(LifetimeColumns.AGE_DAYS),
                when(repeated.gt(0), col(NET_SALES).minus(col("_first_sales")).divide(repeated))
                        .cast(ColumnTypes.MONEY)
                        .alias(LifetimeColumns.MEAN_VALUE));
    }
}
