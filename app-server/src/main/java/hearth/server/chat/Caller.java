package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Reply;
import hearth.protocol.UserId;
import hearth.server.net.Packet;
import hearth.server.session.Session;
import hearth.server.store.Completion;
import hearth.server.store.StoreException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who made a call, and where its answer goes. Safe from any thread.
///
/// @param id the call's id; empty for a call that wants no answer
record Caller(Session session, OptionalLong id) {
  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

  UserId user() {
    return session.user();
  }

  void answer(Reply reply) {
    id.ifPresent(call -> session.send(Packet.of(new Frame.Answer(call, reply))));
  }

  void refuse(FaultException why) {
    if (id.isPresent()) {
      session.send(Packet.of(new Frame.Refusal(id, why)));
    }
  }

  void refuse(StoreException failed) {
    LOG.error("The store could not be read: {}", failed.getMessage());
    refuse(new FaultException(Fault.STORE_FAILED));
  }

  /// Does a part of the call's work: what it refuses is answered, and a bug ends this connection
  /// alone.
  void attempt(Runnable work) {
    try {
      work.run();
    } catch (FaultException refused) {
      refuse(refused);
    } catch (StoreException failed) {
      refuse(failed);
    } catch (RuntimeException | Error bug) {
      session.fail(bug);
    }
  }

  /// Goes on after the commit, or refuses.
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
