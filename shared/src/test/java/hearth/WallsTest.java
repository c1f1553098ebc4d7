package hearth;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
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
          .because("servers, bots and terminals use this module without a window");

  @ArchTest
  static final ArchRule SQL_ONLY_IN_STORES =
      noClasses()
          .that()
          .resideOutsideOfPackages("hearth.sqlite", "hearth.client.store.sqlite")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.sqlite..")
          .because("the engine of a store may change without anything else");

  @ArchTest
  static final ArchRule JSON_ONLY_IN_THE_CODEC =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.protocol.json")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..")
          .because("the JSON of the wire is known in one place");

  @ArchTest
  static final ArchRule SOCKETS_ONLY_IN_THE_LINK =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.client.link")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.java_websocket..")
          .because("the client can be tested without a network, and the library can be replaced");

  @ArchTest
  static final ArchRule THE_PROTOCOL_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("hearth.protocol..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.client..")
          .because("both sides speak it, and neither owns it");

  @ArchTest
  static final ArchRule THE_LINK_KNOWS_THE_PROTOCOL_ONLY =
      noClasses()
          .that()
          .resideInAPackage("hearth.client.link")
          .should()
          .dependOnClassesThat(
              resideInAPackage("hearth..")
                  .and(resideOutsideOfPackages("hearth.client.link", "hearth.protocol..")))
          .because("a connection carries requests for any client and knows nothing of chats");

  @ArchTest
  static final ArchRule THE_SQL_LAYER_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("hearth.sqlite")
          .should()
          .dependOnClassesThat(
              resideInAPackage("hearth..").and(resideOutsideOfPackage("hearth.sqlite")))
          .because("both sides build their stores on it, and neither owns it");

  @ArchTest
  static final ArchRule THE_DRIVER_ONLY_IN_THE_SQL_LAYER =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.sqlite")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.sqlite..")
          .because("how a file is opened and what an error code means is decided once");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("hearth.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a cycle can only be understood and changed together");
}
