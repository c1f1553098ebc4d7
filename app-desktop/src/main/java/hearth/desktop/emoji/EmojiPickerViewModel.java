package hearth.desktop.emoji;

import hearth.desktop.text.Messages;
import hearth.emoji.EmojiCatalog;
import hearth.emoji.EmojiGroup;
import hearth.emoji.NamedEmoji;
import hearth.emoji.SkinTone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All emoji by group, or those that a search finds, and the one that the keyboard is at. Confined
/// to the FX thread.
public final class EmojiPickerViewModel {
  static final int COLUMNS = 9;
  private static final int MOST_FOUND = 90;

  private final EmojiHabits habits;
  private final Consumer<String> chosen;
  private final EmojiCatalog catalog = EmojiCatalog.in(Locale.getDefault());
  private final StringProperty query = new SimpleStringProperty("");
  private final ObservableList<PickerRow> rows = FXCollections.observableArrayList();
  private final Map<EmojiGroup, Integer> headings = new EnumMap<>(EmojiGroup.class);
  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.NOWHERE);

  /// The picker's state.
  ///
  /// @param chosen told each emoji that is chosen
  public EmojiPickerViewModel(EmojiHabits habits, Consumer<String> chosen) {
    this.habits = habits;
    this.chosen = chosen;
    query.subscribe(now -> fill());
    fill();
  }

  StringProperty queryProperty() {
    return query;
  }

  ObjectProperty<SkinTone> toneProperty() {
    return habits.tone();
  }

  void setTone(SkinTone tone) {
    habits.tone().set(tone);
    fill();
  }

  ObservableList<PickerRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  /// The row of a group's heading, with all emoji shown.
  int showGroup(EmojiGroup group) {
    query.set("");
    int row = headings.getOrDefault(group, 0);
    place.set(new Place(row + 1, 0));
    return row;
  }

  /// The emoji that the keyboard is at.
  Optional<PickerRow.Choice> current() {
    return at(place.get());
  }

  Optional<PickerRow.Choice> at(Place wanted) {
    return wanted.row() >= 0
            && wanted.row() < rows.size()
            && rows.get(wanted.row()) instanceof PickerRow.Choices(List<PickerRow.Choice> emoji)
            && wanted.column() < emoji.size()
        ? Optional.of(emoji.get(wanted.column()))
        : Optional.empty();
  }

  /// Goes along the row, and on to the next or the last one.
  void along(int columns) {
    Place now = place.get();
    Place next = new Place(now.row(), now.column() + columns);
    if (next.column() >= 0 && at(next).isPresent()) {
      place.set(next);
    } else {
      int row = rowBeside(now.row(), columns);
      if (row != now.row()) {
        place.set(new Place(row, columns > 0 ? 0 : size(row) - 1));
      }
    }
  }

  /// Goes to a row above or below.
  void across(int step) {
    Place now = place.get();
    int row = rowBeside(now.row(), step);
    place.set(new Place(row, Math.min(now.column(), size(row) - 1)));
  }

  private int rowBeside(int from, int step) {
    for (int row = from + step; row >= 0 && row < rows.size(); row += step) {
      if (rows.get(row) instanceof PickerRow.Choices) {
        return row;
      }
    }
    return from;
  }

  private int size(int row) {
    return row >= 0 && rows.get(row) instanceof PickerRow.Choices(List<PickerRow.Choice> emoji)
        ? emoji.size()
        : 0;
  }

  void chooseCurrent() {
    current().ifPresent(this::choose);
  }

  void choose(PickerRow.Choice choice) {
    habits.use(choice.characters());
    chosen.accept(choice.characters());
  }

  void point(int row, int column) {
    place.set(new Place(row, column));
  }

  private void fill() {
    List<PickerRow> now = new ArrayList<>();
    headings.clear();
    if (query.get().isBlank()) {
      List<PickerRow.Choice> recent = habits.recent().stream().map(this::recent).toList();
      if (!recent.isEmpty()) {
        add(now, Messages.get("emoji.recent"), recent);
      }
      for (EmojiGroup group : EmojiGroup.values()) {
        headings.put(group, now.size());
        add(now, EmojiWords.title(group), catalog.of(group).stream().map(this::choice).toList());
      }
    } else {
      List<PickerRow.Choice> found =
          catalog.search(query.get(), MOST_FOUND).stream().map(this::choice).toList();
      add(now, Messages.get(found.isEmpty() ? "emoji.none" : "emoji.found"), found);
    }
    rows.setAll(now);
    place.set(Place.NOWHERE); // another emoji may be at the same place
    place.set(new Place(rowBeside(-1, 1), 0));
  }

  private static void add(List<PickerRow> rows, String title, List<PickerRow.Choice> emoji) {
    rows.add(new PickerRow.Heading(title));
    for (int from = 0; from < emoji.size(); from += COLUMNS) {
      rows.add(new PickerRow.Choices(emoji.subList(from, Math.min(emoji.size(), from + COLUMNS))));
    }
  }

  private PickerRow.Choice choice(NamedEmoji emoji) {
    return new PickerRow.Choice(emoji.in(habits.tone().get()), emoji.name(), emoji.shortName());
  }

  private PickerRow.Choice recent(String characters) {
    return catalog
        .of(characters)
        .map(emoji -> new PickerRow.Choice(characters, emoji.name(), emoji.shortName()))
        .orElseGet(() -> new PickerRow.Choice(characters, characters, ""));
  }

  /// A row and a place in it.
  record Place(int row, int column) {
    static final Place NOWHERE = new Place(-1, 0);
  }
}
