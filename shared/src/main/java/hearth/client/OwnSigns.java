package hearth.client;

import hearth.client.link.RpcConnection;
import hearth.protocol.ChatId;
import hearth.protocol.Request;
import hearth.protocol.Sign;
import java.util.HashMap;
import java.util.Map;

/// The signs that the person shows, each sent again only after half of its time. Confined to the
/// client thread.
final class OwnSigns {
  private final RpcConnection connection;
  private final Map<Request.ShowSign, Long> sent = new HashMap<>();

  OwnSigns(RpcConnection connection) {
    this.connection = connection;
  }

  /// A sign holds, perhaps as it did before.
  void show(ChatId chat, Sign sign) {
    long now = System.nanoTime();
    var request = new Request.ShowSign(chat, sign);
    Long last = sent.get(request);
    if (last == null || now - last >= sign.millis() * 500_000L) {
      sent.put(request, now);
      connection.send(request);
    }
  }

  /// The person has written in a chat, which ends some signs.
  void posted(ChatId chat) {
    sent.keySet().removeIf(one -> one.chat().equals(chat) && one.sign().endsWithPost());
  }
}
