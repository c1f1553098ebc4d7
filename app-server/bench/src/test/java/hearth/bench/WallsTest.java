package hearth.bench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom in the bench.
@AnalyzeClasses(packages = "hearth.bench", importOptions = DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule THE_BENCH_IS_A_CLIENT =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("hearth.server..")
                  .and(
                      nameMatching("hearth\\.server\\.(ServerMain|cli\\..*|net\\.(\\w*Transport))")
                          .negate()))
          .because("what is measured must be the server that people run, through its sockets");

  @ArchTest
  static final ArchRule THE_PROTOCOL_IS_KNOWN_IN_TWO_CLASSES =
      noClasses()
          .that()
          .haveNameNotMatching("hearth\\.bench\\.(BenchCodec|MessageScanner)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("hearth\\.protocol\\.(Codec|Frame|Request|Reply|Event|Message)(\\$.*)?")
          .because("a change of the protocol must not reach what measures");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_IS_A_SHELL =
      noClasses()
          .that()
          .haveNameNotMatching(
              "hearth\\.bench\\.(Bench(Main|Options)|conformance\\.ConformanceMain)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.server.cli")
          .because("a run takes its plan as a value");

  @ArchTest
  static final ArchRule NO_JSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.bench.conformance")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..")
          .because("the codec alone knows the JSON");

  @ArchTest
  static final ArchRule THE_SUITE_READS_THE_WIRE_BY_ITSELF =
      noClasses()
          .that()
          .resideInAPackage("hearth.bench.conformance")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hearth.protocol..", "hearth.bench")
          .because("a mistake of our codec must not hide the same mistake of our server");

  @ArchTest
  static final ArchRule NO_SQL =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..", "javafx..")
          .because("the server alone knows its disk");
}
