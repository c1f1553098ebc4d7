package hearth.desktop.chats;

import hearth.desktop.fx.Tone;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.NameMatch;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One of many things to be chosen by its name. Confined to the FX thread.
public final class ChoiceViewModel {
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<Choice> shown = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final Texts texts;
  private List<Choice> all = List.of();

  /// A choice of nothing yet.
  public ChoiceViewModel(Texts texts) {
    this.texts = texts;
    filter.subscribe(now -> refresh());
  }

  /// What the dialog says.
  ///
  /// @param heading what is chosen
  /// @param filter what can be looked for
  /// @param nothing there is nothing to choose from
  public record Texts(String heading, String filter, String nothing) {}

  /// One that can be chosen.
  ///
  /// @param take what happens then; gets who is told of a refusal
  public record Choice(String title, String about, Tone tone, Consumer<Consumer<Throwable>> take) {}

  Texts texts() {
    return texts;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /// Those whose names fit the filter, the best match first.
  public ObservableList<Choice> shown() {
    return shown;
  }

  /// Whether what there is to choose from is still to come.
  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// What there is to choose from is asked for.
  public void load() {
    loading.set(true);
  }

  /// Takes what there is to choose from, in the order in which it is listed.
  public void show(List<Choice> choices) {
    loading.set(false);
    all = List.copyOf(choices);
    refresh();
  }

  /// Says why something cannot be had.
  public void refuse(Throwable failure) {
    loading.set(false);
    error.set(ErrorText.of(failure));
  }

  void take(Choice choice) {
    error.set("");
    choice.take().accept(this::refuse);
  }

  private void refresh() {
    String typed = filter.get();
    shown.setAll(
        typed.isBlank()
            ? all
            : all.stream()
                .filter(choice -> NameMatch.of(choice.title(), typed).fits())
                .sorted(Comparator.comparing(choice -> NameMatch.of(choice.title(), typed)))
                .toList());
  }
}
