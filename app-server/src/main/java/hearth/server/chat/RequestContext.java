package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.net.CloseCode;
import hearth.server.net.Packet;
import hearth.server.session.Session;
import hearth.server.store.Completion;
import hearth.server.store.StoreException;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Who sent a request, and where its response goes. Safe from any thread.
///
/// @param id the request's id; empty if it wants no response
record RequestContext(Session session, OptionalLong id, RequestMetrics metrics) {
  UserId user() {
    return session.user();
  }

  /// Sends the response, if one is wanted.
  ///
  /// @return the bytes it takes; 0 if none is wanted
  int answer(Response response) {
    if (id.isEmpty()) {
      return 0;
    }
    Packet packet = Packet.of(new Frame.ResponseFrame(id.getAsLong(), response));
    session.send(packet);
    return packet.size();
  }

  void refuse(FaultException why) {
    metrics.refused(why.fault());
    if (id.isPresent()) {
      session.send(Packet.of(new Frame.ErrorFrame(id, why)));
    }
  }

  void refuse(StoreException failed) {
    metrics.notRead(failed);
    refuse(new FaultException(Fault.STORE_FAILED));
  }

  /// Runs a part of the request's work: a refusal is sent back, and a bug closes this connection
  /// only.
  void attempt(Runnable work) {
    try {
      work.run();
    } catch (FaultException refused) {
      refuse(refused);
    } catch (StoreException failed) {
      refuse(failed);
    } catch (RuntimeException | Error bug) {
      metrics.bug(session.number(), bug);
      session.close(CloseCode.BUG);
    }
  }

  /// Continues after the commit, or sends the refusal.
  <R> Completion<R> whenCommitted(Consumer<R> work) {
    return new Completion<>() {
      @Override
      public void committed(R result) {
        attempt(() -> work.accept(result));
      }

      @Override
      public void refused(FaultException why) {
        refuse(why);
      }
    };
  }
}
