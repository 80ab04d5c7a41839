package dev.millrace.tables.silver;

import dev.millrace.table.EntitySpec;
import java.util.List;
import java.util.Optional;

/** All entities that sources can be mapped onto. */
public final class Entities {

    public static final List<EntitySpec> ALL = List.of(OrderLine.ENTITY, Customer.ENTITY, Product.ENTITY);

    private Entities() {}

    /** The entity of a name. */
    public static Optional<EntitySpec> named(String name) {
        return ALL.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }
}
