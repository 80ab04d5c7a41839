package dev.millrace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A company of a few customers in a folder: two days of deliveries, one line of which is too short. */
record SmallCompany(Path folder) {

    static SmallCompany in(Path folder) throws IOException {
        SmallCompany company = new SmallCompany(folder);
        Files.createDirectories(company.landing());
        company.deliver("people-2024-01-01.csv", "id,name,country\n1,Ada,UK\n2,Bo,SE\n3\n");
        company.deliver("people-2024-01-02.csv", "id,name,country\n2,Bo,NO\n4,Cy,FR\n");
        company.configure("customer.conf", "country");
        return company;
    }

    void deliver(String file, String content) throws IOException {
        Files.writeString(landing().resolve(file), content);
    }

    /** Writes a configuration whose country comes from the given column. */
    void configure(String file, String country) throws IOException {
        Files.writeString(
                folder.resolve(file),
                """
                company.name = "Small"
                landing = "%s"
                lake = "%s"
                quality.max-rejected-share = 0.5
                sources.people {
                  files = "people-*.csv"
                  columns = [id, name, country]
                }
                entities.customer.people.columns {
                  customer_id = "id"
                  country = "%s"
                }
                """
                        .formatted(landing(), lake(), country));
    }

    Path landing() {
        return folder.resolve("landing");
    }

    Path lake() {
        return folder.resolve("a lake");
    }

    String configuration() {
        return folder.resolve("customer.conf").toString();
    }
}
