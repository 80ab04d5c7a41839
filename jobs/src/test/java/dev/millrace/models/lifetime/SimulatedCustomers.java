package dev.millrace.models.lifetime;

import dev.millrace.tables.feature.CustomerDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Customers who buy as BG/NBD and gamma-gamma say, a day at a time. */
public final class SimulatedCustomers {

    /** The columns of feature/customer_day that are looked at. */
    public static final StructType DAYS = new StructType()
            .add(CustomerDay.CUSTOMER_ID.toStructField())
            .add(CustomerDay.ORDER_DATE.toStructField())
            .add(CustomerDay.ORDERS.toStructField())
            .add(CustomerDay.NET_SALES.toStructField());

    public static final double R = 0.6;
    public static final double ALPHA = 6;
    public static final double A = 0.8;
    public static final double B = 2.5;
    public static final double P = 6.25;
    public static final double Q = 3.74;
    public static final double GAMMA = 15.44;

    private static final double DAYS_A_WEEK = 7;

    private final LocalDate first;
    private final int span;
    private final JDKRandomGenerator chance;
    private final GammaDistribution rates;
    private final BetaDistribution stops;
    private final GammaDistribution spending;

    /**
     * A shop.
     *
     * @param first its first day
     * @param span its days; customers begin in the first half of them
     */
    public SimulatedCustomers(LocalDate first, int span, int seed) {
        this.first = first;
        this.span = span;
        this.chance = new JDKRandomGenerator(seed);
        this.rates = new GammaDistribution(chance, R, 1 / ALPHA);
        this.stops = new BetaDistribution(chance, A, B);
        this.spending = new GammaDistribution(chance, Q, 1 / GAMMA);
    }

    /** The days of many customers, numbered from a number on. */
    public List<Row> days(int from, int many) {
        List<Row> rows = new ArrayList<>();
        for (int customer = from; customer < from + many; customer++) {
            add("c" + customer, rows);
        }
        return rows;
    }

    private void add(String customer, List<Row> rows) {
        double rate = rates.sample();
        double stop = stops.sample();
        GammaDistribution amounts = new GammaDistribution(chance, P, 1 / spending.sample());
        double now = chance.nextInt(span / 2) / DAYS_A_WEEK;
        int last = -1;
        boolean isFirst = true;
        while (now * DAYS_A_WEEK < span) {
            int day = (int) (now * DAYS_A_WEEK);
            if (day > last) {
                rows.add(RowFactory.create(
                        customer,
                        Date.valueOf(first.plusDays(day)),
                        1L,
                        BigDecimal.valueOf(amounts.sample()).setScale(4, RoundingMode.HALF_EVEN)));
                last = day;
            }
            if (!isFirst && chance.nextDouble() < stop) {
                return;
            }
            isFirst = false;
            now += -Math.log(1 - chance.nextDouble()) / rate;
        }
    }
}
