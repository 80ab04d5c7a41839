package dev.millrace.tables;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.tables.silver.Entities;
import dev.millrace.tables.silver.Provenance;
import dev.millrace.testing.SparkExtension;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every entity that sources are mapped onto has to have. */
@ExtendWith(SparkExtension.class)
class EntitiesTest {

    static Stream<EntitySpec> entities() {
        return Entities.ALL.stream();
    }

    @Test
    void namesAreUnique() {
        assertEquals(
                Entities.ALL.size(),
                Entities.ALL.stream().map(EntitySpec::name).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("entities")
    void saysWhatARowIsAndWhatAColumnMeans(EntitySpec entity) {
        assertTrue(entity.table().grain().startsWith("one row per "), entity.name());
        entity.table().fields().forEach(field -> assertFalse(field.description().isBlank(), field.name()));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void endsWithWhereItsRowsComeFrom(EntitySpec entity) {
        List<String> provenance =
                entity.kind() == EntitySpec.Kind.FACT ? names(Provenance.after()) : names(Provenance.ofNewest());
        List<String> columns = entity.table().columnNames();
        assertEquals(provenance, columns.subList(columns.size() - provenance.size(), columns.size()), entity.name());
        assertEquals(columns.size(), columns.stream().distinct().count(), entity.name());
    }

    @ParameterizedTest
    @MethodSource("entities")
    void itsRequiredColumnsAreMappedOrFollow(EntitySpec entity) {
        List<String> given = Stream.of(
                        entity.needed(),
                        List.copyOf(entity.derived().keySet()),
                        Provenance.after(),
                        Provenance.ofNewest())
                .flatMap(List::stream)
                .map(Field::name)
                .toList();
        List<String> left = entity.table().fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .filter(name -> !given.contains(name))
                .filter(name -> !name.equals("line_number"))
                .toList();
        assertEquals(List.of(), left, entity.name());
    }

    @ParameterizedTest
    @MethodSource("entities")
    void itsRulesAndDerivationsAreSqlOverItsColumns(EntitySpec entity, SparkSession session) {
        Dataset<Row> rows = session.createDataFrame(List.of(), entity.table().schema());
        entity.table().checks().forEach(check -> rows.filter(check.condition()));
        Dataset<Row> placed = rows.selectExpr("*", "'' AS mapping", "0 AS item_number");
        entity.derived().forEach((field, sql) -> placed.select(expr(sql).cast(field.type())));
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }
}
