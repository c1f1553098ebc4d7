package hearth.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

@AnalyzeClasses(packages = "hearth.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  @ArchTest
  static final ArchRule PLATFORM =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.desktop.fx")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Platform.class)
          .because(
              "one mailbox hands over whole batches; scattered runLater calls cost a pulse each");

  @ArchTest
  static final ArchRule LATER =
      noClasses()
          .that()
          .doNotHaveSimpleName("FxMailbox")
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("FxMailbox is the one way onto the FX thread, and keeps the order");

  @ArchTest
  static final ArchRule NO_WIDGETS_IN_MODELS =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .or()
          .resideInAPackage("hearth.desktop.session")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
          .because("state lives in models, so that a view can be thrown away and drawn again");

  @ArchTest
  static final ArchRule GSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.desktop.profile")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..")
          .because("the settings are the only JSON that the window knows");

  @ArchTest
  static final ArchRule NO_WIRE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.java_websocket..")
          .because("disk and network are behind the client and the server");

  @ArchTest
  static final ArchRule WITHOUT_A_DISPLAY =
      noClasses()
          .that()
          .haveSimpleName("DesktopApp")
          .or()
          .haveSimpleName("Windowless")
          .or()
          .resideInAPackage("hearth.desktop.profile")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because("a machine without a display may not be able to load them");

  @ArchTest
  static final ArchRule SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackages("hearth.desktop", "hearth.desktop.hosting")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("hearth.server..")
          .because("to the rest of the window the own server is one like any other");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("hearth.desktop.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a room can be understood without the ones behind it");
}
