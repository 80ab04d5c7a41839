package dev.millrace.simulate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * A shop's stock: on what terms it is had, and what became of it.
 *
 * @param terms as of {@link ShopSupply#terms}
 * @param books of all products
 */
record Supply(Dataset<Row> terms, ShopSupply.SupplyBooks books) implements AutoCloseable {

    static Supply of(ShopPlan plan, Dataset<Row> population, Dataset<Row> products, Dataset<Row> weekly) {
        ShopSupply supply = new ShopSupply(plan);
        Dataset<Row> wanted = new Orders(plan, new ProductChoice(plan, weekly))
                .lines(population)
                .where("NOT is_fee");
        Dataset<Row> terms = supply.terms(products);
        ShopSupply.SupplyBooks books = supply.books(wanted, terms);
        return new Supply(terms, new ShopSupply.SupplyBooks(books.rows().persist(), books.horizon()));
    }

    /** Order lines without those for which there was nothing left, nor the fee of an order of which nothing is left. */
    Dataset<Row> served(Dataset<Row> wanted) {
        return wanted.join(books.lost(), new String[] {"order_id", "line_number"}, "left_anti")
                .withColumn("goods", count_if(col("is_fee").equalTo(false)).over(Window.partitionBy("order_id")))
                .where("goods > 0")
                .drop("goods");
    }

    @Override
    public void close() {
        books.rows().unpersist();
    }
}
