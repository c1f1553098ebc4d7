package hearth.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The walls of this module.
@AnalyzeClasses(packages = "hearth.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule SQL_STAYS_IN_THE_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.server.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "hearth.sqlite..")
          .because("one writer and durable publishing can be kept only where all SQL is in sight");

  @ArchTest
  static final ArchRule WEBSOCKETS_STAY_IN_NET =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.server.net")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.java_websocket..")
          .because("all output must pass the write queue, which bounds what waits");

  @ArchTest
  static final ArchRule NET_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("hearth.server.net")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "hearth.server",
              "hearth.server.session",
              "hearth.server.chat",
              "hearth.server.account",
              "hearth.server.store")
          .because("sockets carry messages and do not care what they mean");

  @ArchTest
  static final ArchRule THE_STORE_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("hearth.server.store")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "hearth.server",
              "hearth.server.session",
              "hearth.server.chat",
              "hearth.server.account",
              "hearth.server.net")
          .because("what is remembered does not depend on who is connected");

  @ArchTest
  static final ArchRule SESSIONS_DO_NOT_KNOW_CHATS =
      noClasses()
          .that()
          .resideInAnyPackage("hearth.server.session", "hearth.server.account")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hearth.server", "hearth.server.chat")
          .because("who is there is asked by the handlers, never the other way round");

  @ArchTest
  static final ArchRule THE_CLIENT_IS_ANOTHER_PROGRAM =
      noClasses()
          .that()
          .resideOutsideOfPackage("..bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hearth.client..", "hearth.desktop..", "javafx..")
          .because("a server shares only the protocol; its bench is a client, as it must be");

  @ArchTest
  static final ArchRule JSON_IS_THE_CODECS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..")
          .because("only hearth.protocol.Codec knows what the transport looks like");

  @ArchTest
  static final ArchRule COMMAND_LINES_ARE_READ_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.server.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons.cli..")
          .because("one place answers mistakes, and another library would change one class");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_IS_A_SHELL =
      noClasses()
          .that()
          .haveNameNotMatching(
              "hearth\\.server\\.(Server(Main|Options)|bench\\.Bench(Command|Options))")
          .and()
          .resideOutsideOfPackage("hearth.server.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.server.cli")
          .because("an embedded server takes its configuration as a value");

  @ArchTest
  static final ArchRule THE_BENCH_IS_KNOWN_BY_ITS_COMMAND =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.server.bench")
          .and()
          .doNotHaveFullyQualifiedName("hearth.server.ServerMain")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.server.bench")
          .because("a server that starts loads nothing of the bench");

  @ArchTest
  static final ArchRule COMMAND_LINES_KNOW_NO_COMMAND =
      noClasses()
          .that()
          .resideInAPackage("hearth.server.cli")
          .should()
          .dependOnClassesThat(
              resideInAPackage("hearth..").and(not(resideInAPackage("hearth.server.cli"))))
          .because("whoever starts one command does not load the others");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("hearth.server.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a room can be understood when what it stands on is understood");
}
