package hearth;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Who may know whom in `shared`.
@AnalyzeClasses(packages = "hearth", importOptions = DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule NO_JAVAFX =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "java.awt..")
          .because("servers, bots and terminals stand on this module without any window");

  @ArchTest
  static final ArchRule SQL_ONLY_IN_STORES =
      noClasses()
          .that()
          .resideOutsideOfPackages("hearth.sqlite", "hearth.client.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..")
          .because("what is remembered is one seam, and its engine may change");

  @ArchTest
  static final ArchRule JSON_ONLY_IN_THE_CODEC =
      noClasses()
          .that(
              resideInAPackage("hearth..").and(nameMatching("hearth\\.protocol\\.Json.*").negate()))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..")
          .because("the wire's form is known in one place");

  @ArchTest
  static final ArchRule SOCKETS_ONLY_IN_THE_LINK =
      noClasses()
          .that(nameMatching("hearth\\.client\\.WebSocketLink.*").negate())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.java_websocket..")
          .because("the transport is a seam, so that the client can be tested without a network");

  @ArchTest
  static final ArchRule THE_PROTOCOL_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("hearth.protocol")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.client..")
          .because("both sides speak it, and neither owns it");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("hearth.(**)")
          .should()
          .beFreeOfCycles()
          .because("a room that cannot be entered without another is no room");
}
