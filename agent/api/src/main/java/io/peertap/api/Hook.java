package io.peertap.api;

import java.util.List;

/**
 * One place to hook, as data: which class, which method, what must be there, and which advice or tap
 * runs.
 *
 * <p>Names are strings, so that listing hooks loads neither the library nor the advice.
 *
 * @param type the class's binary name in the unrelocated library, {@code
 *     io.netty.channel.DefaultChannelPipeline$HeadContext}; a relocated copy is matched by this
 *     suffix
 * @param methods the method's possible names, for versions that renamed it
 * @param arguments the method's argument count; descriptors differ between relocated copies and
 *     versions, counts do not
 * @param needs the fields that the advice reads, and methods of the class that it depends on, with
 *     parentheses; without them the class is left alone
 * @param advice the binary name of the advice class, or of the tap's, in the instrumentation's own
 *     package
 * @param isTap whether it is a {@link MethodTap}
 * @param reads the values that a tap takes at the method's begin: indexes of arguments, or {@link
 *     MethodTap#THIS}; an advice says itself what it takes
 * @param optional whether only some releases have the method: to be without it is no news then
 */
public record Hook(
    String type,
    List<String> methods,
    int arguments,
    List<String> needs,
    String advice,
    boolean isTap,
    List<Integer> reads,
    boolean optional) {

  /** Begins a hook into the class of this unrelocated binary name. */
  public static Builder on(String type) {
    return new Builder(type);
  }

  /** The hook's name for people: {@code HeadContext#channelRead}. */
  public String id() {
    int simple = Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1;
    return type.substring(simple) + '#' + methods.get(0) + '/' + arguments;
  }

  /** Collects the parts of a {@link Hook}. */
  public static final class Builder {
    private final String type;
    private List<String> methods = List.of();
    private int arguments;
    private List<String> needs = List.of();
    private boolean optional;

    private Builder(String type) {
      this.type = type;
    }

    /** The method of this argument count, under any of these names. */
    public Builder method(int arguments, String... names) {
      this.arguments = arguments;
      this.methods = List.of(names);
      return this;
    }

    /**
     * Fields of the hooked class that the advice reads, and methods of it without which there is
     * nothing to do, as {@code name()}, whatever their arguments are.
     */
    public Builder needs(String... members) {
      this.needs = List.of(members);
      return this;
    }

    /**
     * Only some releases have the method, and other hooks do its work in the others. Without it the
     * hook is skipped as ever, but nobody is told that the release is unknown.
     */
    public Builder optional() {
      this.optional = true;
      return this;
    }

    /** The advice class that runs there; ends the hook. */
    public Hook advice(String adviceClass) {
      return new Hook(type, methods, arguments, needs, adviceClass, false, List.of(), optional);
    }

    /**
     * The tap that runs there; ends the hook. For a method whose begin, return and exception belong
     * together; where one of them is enough, an advice costs less.
     *
     * @param tapClass a public class that implements {@link MethodTap} and has a public constructor
     *     without parameters; one object of it serves all hooks of one copy of the library
     * @param reads the values that it takes at the begin, in order: indexes of arguments, or {@link
     *     MethodTap#THIS}; without any, its begin costs no allocation
     */
    public Hook tap(String tapClass, Integer... reads) {
      return new Hook(type, methods, arguments, needs, tapClass, true, List.of(reads), optional);
    }
  }
}
