package dev.millrace.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a small company delivers day by day: orders with corrections, late and damaged lines, customers and products. */
final class CompanyDays {

    private static final int ORDERS_A_DAY = 40;
    private static final int CUSTOMERS = 30;
    private static final int PRODUCTS = 12;

    /** Stores keep whole seconds alone, and a file's time is a part of what is known of it. */
    private static final Instant DELIVERED = Instant.parse("2024-02-04T06:00:00Z");

    private final Path landing;
    private final Random random;
    private final List<String> delivered = new ArrayList<>();
    private int orders;

    CompanyDays(Path landing, long seed) {
        this.landing = landing;
        this.random = new Random(seed);
    }

    /** Delivers the files of days one after the other. */
    void deliver(LocalDate from, LocalDate to) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            write("orders/" + day + ".csv", "order,line,at,product,quantity,price,customer,country", orders(day));
            write("customers/" + day + ".csv", "customer,name,city", customers(day));
            write("products/" + day + ".csv", "product,name,price", products(day));
        }
    }

    private List<String> orders(LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (int order = 0; order < ORDERS_A_DAY; order++) {
            LocalDate ordered = random.nextInt(10) == 0 ? day.minusDays(1 + random.nextInt(3)) : day;
            String customer = "c" + random.nextInt(CUSTOMERS);
            orders++;
            for (int line = 1; line <= 1 + random.nextInt(3); line++) {
                lines.add(line("o" + orders, line, ordered, customer));
            }
        }
        List<String> good = List.copyOf(lines);
        corrections(lines);
        damage(lines, day);
        delivered.addAll(good);
        return lines;
    }

    private String line(String order, int line, LocalDate day, String customer) {
        int quantity = random.nextInt(12) == 0 ? -1 : 1 + random.nextInt(5);
        return String.join(
                ",",
                order,
                String.valueOf(line),
                day + " %02d:%02d:00".formatted(8 + random.nextInt(12), random.nextInt(60)),
                "p" + random.nextInt(PRODUCTS),
                String.valueOf(quantity),
                (1 + random.nextInt(20)) + ".50",
                customer,
                random.nextBoolean() ? "DE" : "FR");
    }

    /** Lines of earlier days come again, with another quantity and now and then on another day. */
    private void corrections(List<String> lines) {
        for (int i = 0; i < Math.min(4, delivered.size()); i++) {
            String[] fields = delivered.get(random.nextInt(delivered.size())).split(",", -1);
            fields[4] = String.valueOf(1 + random.nextInt(9));
            if (random.nextInt(3) == 0) {
                LocalDate day = LocalDate.parse(fields[2].substring(0, 10));
                fields[2] = day.minusDays(1) + fields[2].substring(10);
            }
            lines.add(String.join(",", fields));
        }
    }

    private void damage(List<String> lines, LocalDate day) {
        lines.add("x" + day + ",1");
        lines.add("y" + day + ",1,never,p1,1,1.50,c1,DE");
        lines.add("z" + day + ",1," + day + " 09:00:00,p1,many,1.50,c1,DE");
        lines.add("w" + day + ",1," + day + " 09:00:00,unknown,1,1.50,c1,DE");
        lines.add(lines.get(random.nextInt(lines.size() - 4)));
    }

    private List<String> customers(LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            if (random.nextInt(4) == 0) {
                lines.add("c" + customer + ",Name " + customer + ",City of " + day);
            }
        }
        lines.add("nobody");
        return lines;
    }

    private List<String> products(LocalDate day) {
        List<String> lines = new ArrayList<>();
        for (int product = 0; product < PRODUCTS; product++) {
            lines.add("p" + product + ",Product " + product + "," + day.getDayOfMonth() + ".25");
        }
        return lines;
    }

    private void write(String path, String header, List<String> lines) {
        try {
            Path file = landing.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
            Files.setLastModifiedTime(file, FileTime.from(DELIVERED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
