package hearth.client.model;

import hearth.client.store.LocalStore;
import hearth.protocol.ChatId;
import java.util.HashMap;
import java.util.Map;

/// What the person has begun to write, per chat. Confined to the client thread.
final class Drafts {
  private final LocalStore store;
  private final Map<ChatId, String> drafts;

  Drafts(LocalStore store) {
    this.store = store;
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

  /// Writes everything again.
  void saveAll() {
    drafts.forEach(store::saveDraft);
  }

  /// The chat is gone, and its draft with it.
  void removed(ChatId chat) {
    drafts.remove(chat);
  }
}
