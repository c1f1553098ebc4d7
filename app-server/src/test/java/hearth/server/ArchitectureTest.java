package hearth.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/// The rules about which package may depend on which.
@AnalyzeClasses(packages = "hearth.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule SQL_STAYS_IN_THE_SQLITE_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.server.store.sqlite")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "hearth.sqlite..")
          .because("the rest of the server must work with another store");

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
  static final ArchRule NET_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("hearth.server.net")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "hearth.server",
              "hearth.server.config",
              "hearth.server.session",
              "hearth.server.chat",
              "hearth.server.account",
              "hearth.server.store")
          .because("sockets carry messages and do not know what they mean");

  @ArchTest
  static final ArchRule THE_STORE_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("hearth.server.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "hearth.server",
              "hearth.server.config",
              "hearth.server.session",
              "hearth.server.chat",
              "hearth.server.account",
              "hearth.server.net")
          .because("what is remembered does not depend on who is connected");

  @ArchTest
  static final ArchRule THE_STORE_IS_KNOWN_BY_ITS_INTERFACES =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.server.store.sqlite")
          .and()
          .doNotHaveFullyQualifiedName("hearth.server.HearthServer")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.server.store.sqlite")
          .because("only the wiring chooses the implementation of the store");

  @ArchTest
  static final ArchRule SESSIONS_DO_NOT_KNOW_CHATS =
      noClasses()
          .that()
          .resideInAnyPackage("hearth.server.session", "hearth.server.account")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hearth.server", "hearth.server.chat")
          .because("handlers know sessions and accounts, never the other way round");

  @ArchTest
  static final ArchRule THE_SERVER_KNOWS_NO_CLIENT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("hearth.client..", "hearth.desktop..", "javafx..")
          .because("a server and its clients share only the protocol");

  @ArchTest
  static final ArchRule ONLY_THE_CODEC_KNOWS_JSON =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..")
          .because("only the codec knows the encoding of the protocol");

  @ArchTest
  static final ArchRule COMMAND_LINES_ARE_PARSED_IN_CLI =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.server.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons.cli..")
          .because("one place reports usage errors, and another library would change one class");

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_IS_A_FRONT_END =
      noClasses()
          .that()
          .haveNameNotMatching("hearth\\.server\\.Server(Main|Options)")
          .and()
          .resideOutsideOfPackage("hearth.server.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.server.cli")
          .because("an embedded server takes its configuration as a value");

  @ArchTest
  static final ArchRule CLI_KNOWS_NO_COMMAND =
      noClasses()
          .that()
          .resideInAPackage("hearth.server.cli")
          .should()
          .dependOnClassesThat(
              resideInAPackage("hearth..").and(not(resideInAPackage("hearth.server.cli"))))
          .because("a command does not load the classes of other commands");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("hearth.server.(**)")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood once the packages it depends on are understood");

  @ArchTest
  static final ArchRule NO_TWO_FILES_NAME_EACH_OTHER =
      classes()
          .should(
              new ArchCondition<>("not name a file that names theirs") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  named(type)
                      .filter(other -> file(other).anyMatch(inside -> names(inside, type)))
                      .forEach(
                          other ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      type, type.getName() + " and " + other.getName())));
                }
              })
          .because("one of the two can be understood without the other");

  /// The files that a class names, each as its outermost class.
  private static Stream<JavaClass> named(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> outermost(dependency.getTargetClass()))
        .filter(other -> !other.equals(outermost(type)))
        .distinct();
  }

  private static boolean names(JavaClass from, JavaClass to) {
    return named(from).anyMatch(outermost(to)::equals);
  }

  /// All classes of a file.
  private static Stream<JavaClass> file(JavaClass outermost) {
    return outermost.getPackage().getClasses().stream()
        .filter(inside -> outermost(inside).equals(outermost));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }
}
