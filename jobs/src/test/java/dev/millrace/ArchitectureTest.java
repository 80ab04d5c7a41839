package dev.millrace;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the rooms apart. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> OWN = resideInAPackage("dev.millrace..");
    private static final String[] FAMILIES = {
        "..ingest..", "..conform..", "..features..", "..models..", "..decide..", "..publish.."
    };

    @ArchTest
    static final ArchRule vocabularyKnowsNobody = noClasses()
            .that()
            .resideInAPackage("dev.millrace.table")
            .should()
            .dependOnClassesThat(OWN.and(not(resideInAPackage("dev.millrace.table"))));

    @ArchTest
    static final ArchRule tablesKnowTheVocabularyAlone = noClasses()
            .that()
            .resideInAPackage("dev.millrace.tables..")
            .should()
            .dependOnClassesThat(OWN.and(not(resideInAPackage("dev.millrace.table")))
                    .and(not(resideInAPackage("dev.millrace.tables.."))));

    @ArchTest
    static final ArchRule settingsKnowTheVocabularyAlone = noClasses()
            .that()
            .resideInAPackage("dev.millrace.settings")
            .should()
            .dependOnClassesThat(OWN.and(not(resideInAPackage("dev.millrace.table")))
                    .and(not(resideInAPackage("dev.millrace.settings"))));

    @ArchTest
    static final ArchRule noFamilyKnowsAnother = slices().matching(
                    "dev.millrace.(ingest|conform|features|models|decide|publish|simulate)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule familiesDoNoInputOrOutput = noClasses()
            .that()
            .resideInAnyPackage(FAMILIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.millrace.storage..",
                    "dev.millrace.quality..",
                    "dev.millrace.upkeep..",
                    "dev.millrace.cli..",
                    "dev.millrace.docs..",
                    "io.delta..",
                    "org.apache.hadoop.fs..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule familiesOpenNoReadersOrWriters = noClasses()
            .that()
            .resideInAnyPackage(FAMILIES)
            .should()
            .dependOnClassesThat(name("org.apache.spark.sql.DataFrameReader")
                    .or(name("org.apache.spark.sql.DataFrameWriter"))
                    .or(name("org.apache.spark.sql.DataFrameWriterV2")));

    @ArchTest
    static final ArchRule onlyTheCatalogKnowsTheFamilies = noClasses()
            .that()
            .resideInAPackage("dev.millrace.job")
            .and()
            .doNotHaveSimpleName("JobCatalog")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FAMILIES);

    @ArchTest
    static final ArchRule enginesKnowSparkAlone = noClasses()
            .that()
            .resideInAPackage("dev.millrace.engines..")
            .should()
            .dependOnClassesThat(OWN.and(not(resideInAPackage("dev.millrace.engines.."))))
            .allowEmptyShould(true);

    /** What engines share knows none of them. */
    @ArchTest
    static final ArchRule statisticsKnowNobody = noClasses()
            .that()
            .resideInAPackage("dev.millrace.engines.statistics")
            .should()
            .dependOnClassesThat(OWN.and(not(resideInAPackage("dev.millrace.engines.statistics"))));

    @ArchTest
    static final ArchRule storageKnowsNoJob = noClasses()
            .that()
            .resideInAPackage("dev.millrace.storage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.millrace.job",
                    "dev.millrace.upkeep",
                    "dev.millrace.cli",
                    "dev.millrace.settings",
                    "dev.millrace.tables..");

    @ArchTest
    static final ArchRule runsGoOnWithoutUpkeep = noClasses()
            .that()
            .resideInAnyPackage("dev.millrace.job", "dev.millrace.quality")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.millrace.upkeep");

    @ArchTest
    static final ArchRule nobodyKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.millrace.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.millrace.cli");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            classes().should().haveNameNotMatching(".*(Utils?|Helpers?|Common|Misc|Manager)");
}
