package hearth.desktop.settings;

import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Response;
import hearth.protocol.Status;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What this person says of themselves, while it is edited: what is another when it is saved is
/// sent to the server, one after another. Confined to the FX thread.
public final class ProfileViewModel {
  private final ServerViewModel server;
  private final String nameBefore;
  private final Status before;
  private final List<End> statusEnds;
  private final List<End> quietEnds;
  private final StringProperty name = new SimpleStringProperty();
  private final StringProperty status = new SimpleStringProperty();
  private final ObjectProperty<End> statusEnd = new SimpleObjectProperty<>();
  private final ObjectProperty<End> quietEnd = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper nameError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper statusError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();

  /// Begins with what is said now.
  public ProfileViewModel(ServerViewModel server, DisplayText display) {
    this.server = server;
    nameBefore = display.name(display.me());
    before = server.myStatus().at(display.times().now());
    statusEnds = End.ofStatus(before.until(), display.times());
    quietEnds = End.ofQuiet(before.quietUntil(), display.times());
    name.set(nameBefore);
    status.set(before.text());
    statusEnd.set(statusEnds.getFirst());
    quietEnd.set(quietEnds.getFirst());
    name.subscribe(() -> nameError.set(""));
    status.subscribe(() -> statusError.set(""));
  }

  StringProperty nameProperty() {
    return name;
  }

  ReadOnlyStringProperty nameErrorProperty() {
    return nameError.getReadOnlyProperty();
  }

  StringProperty statusProperty() {
    return status;
  }

  ReadOnlyStringProperty statusErrorProperty() {
    return statusError.getReadOnlyProperty();
  }

  /// When the status may end.
  List<End> statusEnds() {
    return statusEnds;
  }

  ObjectProperty<End> statusEndProperty() {
    return statusEnd;
  }

  /// Until when this person may not want to be disturbed.
  List<End> quietEnds() {
    return quietEnds;
  }

  ObjectProperty<End> quietEndProperty() {
    return quietEnd;
  }

  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty savingProperty() {
    return saving.getReadOnlyProperty();
  }

  /// Sends what is another.
  ///
  /// @param saved called once the server has all of it; if it refuses, the errors say why
  void save(Runnable saved) {
    error.set("");
    nameError.set(name.get().equals(nameBefore) ? "" : ErrorText.ofName(name.get()));
    statusError.set(statusWrong());
    if (saving.get() || !nameError.get().isEmpty() || !statusError.get().isEmpty()) {
      return;
    }
    saving.set(true);
    next(changes(), saved);
  }

  private String statusWrong() {
    try {
      Status.checkedText(status.get());
      return "";
    } catch (FaultException tooLong) {
      return Messages.get("fault.status.long", Limits.STATUS);
    }
  }

  /// The name first: it alone may be refused.
  private Deque<Supplier<CompletableFuture<Response.Done>>> changes() {
    Deque<Supplier<CompletableFuture<Response.Done>>> changes = new ArrayDeque<>();
    if (!name.get().equals(nameBefore)) {
      changes.add(() -> server.client().account().setName(name.get()));
    }
    Status said = new Status(status.get(), statusEnd.get().until(), quietEnd.get().until());
    if (!said.text().equals(before.text()) || !Objects.equals(said.until(), before.until())) {
      changes.add(() -> server.client().account().setStatus(said.text(), said.until()));
    }
    if (!Objects.equals(said.quietUntil(), before.quietUntil())) {
      changes.add(() -> server.client().account().setQuiet(said.quietUntil()));
    }
    return changes;
  }

  private void next(Deque<Supplier<CompletableFuture<Response.Done>>> left, Runnable saved) {
    Supplier<CompletableFuture<Response.Done>> change = left.poll();
    if (change == null) {
      saving.set(false);
      saved.run();
      return;
    }
    server.whenDone(change.get(), done -> next(left, saved), this::failed);
  }

  private void failed(Throwable why) {
    saving.set(false);
    Throwable cause = why instanceof CompletionException ? why.getCause() : why;
    if (cause instanceof FaultException refused && refused.fault() == Fault.NAME_TAKEN) {
      nameError.set(ErrorText.of(refused));
    } else {
      error.set(ErrorText.ofOwn(why));
    }
  }
}
