package pubsub.pb;

/** Signatures only. */
public abstract class Rpc {
  /** What travels between routers. */
  public abstract static class RPC {
    /** How many messages it carries. */
    public abstract int getPublishCount();

    /** One of them. */
    public abstract Message getPublish(int index);

    /** Whether it carries control messages. */
    public abstract boolean hasControl();

    /** Those. */
    public abstract ControlMessage getControl();
  }

  /** One message. */
  public abstract static class Message {
    /** Its size on the wire. */
    public abstract int getSerializedSize();

    /** How many topics it has. */
    public abstract int getTopicIDsCount();

    /** One of them. */
    public abstract String getTopicIDs(int index);
  }

  /** Control messages. */
  public abstract static class ControlMessage {
    /** IHAVE. */
    public abstract int getIhaveCount();

    /** IWANT. */
    public abstract int getIwantCount();

    /** GRAFT. */
    public abstract int getGraftCount();

    /** PRUNE. */
    public abstract int getPruneCount();

    /** IDONTWANT. */
    public abstract int getIdontwantCount();
  }
}
