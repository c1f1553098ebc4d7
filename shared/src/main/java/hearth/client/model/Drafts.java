package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Limits;
import hearth.protocol.Preferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the person has begun to write, per chat. Confined to the client thread.
final class Drafts {
  private final LocalStore store;
  private final Outbox outbox;
  private final Map<ChatId, String> drafts;

  Drafts(LocalStore store, Outbox outbox) {
    this.store = store;
    this.outbox = outbox;
    drafts = new HashMap<>(store.drafts());
  }

  /// Empty for none.
  String of(ChatId chat) {
    return drafts.getOrDefault(chat, "");
  }

  /// Keeps a draft; empty forgets it.
  ///
  /// @return whether it is another than before
  boolean put(ChatId chat, String text) {
    String old = text.isEmpty() ? drafts.remove(chat) : drafts.put(chat, text);
    boolean other = !text.equals(old == null ? "" : old);
    if (other) {
      store.saveDraft(chat, text);
    }
    return other;
  }

  /// Takes a draft that was begun on another device, where this one has none of its own.
  ///
  /// @param before what was set until now
  void adopt(ChatState chat, Preferences before) {
    String draft = chat.preferences().draft();
    if (!draft.equals(before.draft())
        && of(chat.id()).equals(before.draft())
        && !outbox.holds(chat.id(), Action.SaveDraft.class)) {
      put(chat.id(), draft);
    }
  }

  /// What the other devices should know of the draft of a chat; empty where they do.
  Optional<Action.SaveDraft> unsaved(ChatState chat) {
    String draft = of(chat.id());
    String saved = chat.preferences().draft();
    for (Pending pending : outbox.of(chat.id())) {
      saved = pending.action() instanceof Action.SaveDraft(String text) ? text : saved;
    }
    if (draft.codePointCount(0, draft.length()) > Limits.TEXT) {
      return Optional.empty();
    }
    Action.SaveDraft unsaved = new Action.SaveDraft(draft).checked();
    return unsaved.text().equals(saved) ? Optional.empty() : Optional.of(unsaved);
  }

  /// Writes everything again.
  void saveAll() {
    drafts.forEach(store::saveDraft);
  }

  /// The chat is gone, and its draft with it.
  void removed(ChatId chat) {
    drafts.remove(chat);
  }
}
