package hearth.desktop;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.application.Platform;
import javafx.scene.Node;

@AnalyzeClasses(packages = "hearth.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  private static final int MOST_PARAMETERS = 6;

  private static final DescribedPredicate<JavaClass> VIEW_MODELS =
      simpleNameEndingWith("ViewModel")
          .or(resideInAPackage("hearth.desktop.session"))
          .as("view models and the session");

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
          .that(VIEW_MODELS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
          .because("state lives in models, so that a view can be discarded and drawn again");

  @ArchTest
  static final ArchRule NO_VIEWS_IN_MODELS =
      noClasses()
          .that(VIEW_MODELS)
          .should()
          .dependOnClassesThat(
              assignableTo(Node.class)
                  .or(simpleNameEndingWith("View"))
                  .or(simpleNameEndingWith("Cell")))
          .because("a model that names a control cannot be tested without a window");

  @ArchTest
  static final ArchRule FEW_PARAMETERS =
      constructors()
          .should(haveAtMostSixParameters())
          .because("a class that needs more than six parts does more than one job");

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
  static final ArchRule BUNDLES =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.desktop.text")
          .should()
          .callMethod(ResourceBundle.class, "getBundle", String.class)
          .orShould()
          .callMethod(Locale.class, "setDefault", Locale.class)
          .because("all sentences are in one package, and so is their language");

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
          .because("the rest of the window treats the own server like any other");

  @ArchTest
  static final ArchRule LAYOUT =
      noClasses()
          .that()
          .resideInAPackage("hearth.desktop.richtext")
          .and()
          .haveNameNotMatching(
              ".*\\.(TextBlock|TextSelection|TextLinks|FxShaper|SlantedFonts|Drawn|PieceNodes|Surfaces|Mark|InlinePictures?)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because("any text at any width can be laid out in a test without a window");

  @ArchTest
  static final ArchRule MARKDOWN =
      noClasses()
          .that()
          .resideOutsideOfPackage("hearth.desktop.markdown")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.commonmark..")
          .because(
              "one place decides which marks there are, and everything else is shown as it is");

  @ArchTest
  static final ArchRule MARKDOWN_WITHOUT_A_WINDOW =
      noClasses()
          .that()
          .resideInAPackage("hearth.desktop.markdown")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..")
          .because("what a hostile text becomes can be tested without a window");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices()
          .matching("hearth.desktop.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package can be understood without the packages that use it");

  private static ArchCondition<JavaConstructor> haveAtMostSixParameters() {
    return new ArchCondition<>("have at most six parameters") {
      @Override
      public void check(JavaConstructor constructor, ConditionEvents events) {
        int parameters = constructor.getRawParameterTypes().size();
        boolean fine = constructor.getOwner().isEnum() || parameters <= MOST_PARAMETERS;
        events.add(new SimpleConditionEvent(constructor, fine, constructor.getDescription()));
      }
    };
  }
}
