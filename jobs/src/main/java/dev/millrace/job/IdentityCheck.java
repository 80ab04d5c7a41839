package dev.millrace.job;

import dev.millrace.settings.Settings;
import dev.millrace.tables.silver.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the identity keys against the customers that they are computed from. */
final class IdentityCheck {

    private IdentityCheck() {}

    /** One sentence for each key that cannot be used. */
    static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        Map<String, String> keys = settings.identity().keys();
        if (!keys.isEmpty() && settings.mappingsOnto(Customer.SPEC.name()).isEmpty()) {
            problems.add(
                    "'identity.keys' tells which customers are one person, but no source is mapped onto 'customer'."
                            + " Map one under entities.customer, or leave out the keys.");
        }
        ExpressionGuard guard = new ExpressionGuard(Customer.SPEC.columnNames());
        keys.forEach((name, sql) -> guard.problem("identity.keys." + name, sql).ifPresent(problems::add));
        return problems;
    }
}
