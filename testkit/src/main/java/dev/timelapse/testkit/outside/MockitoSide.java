package dev.timelapse.testkit.outside;

import org.jspecify.annotations.Nullable;
import org.mockito.invocation.Invocation;
import org.mockito.invocation.InvocationContainer;
import org.mockito.invocation.MockHandler;
import org.mockito.mock.MockCreationSettings;

/** What Mockito does with the calls to one mock: its stubbings, and the calls it can verify. */
@SuppressWarnings("serial") // Mockito's handlers are serializable, but nobody serializes these.
final class MockitoSide implements MockHandler<Object> {

  private static final long serialVersionUID = 1L;

  private final transient MockCalls calls;
  private final MockHandler<?> handler;

  MockitoSide(MockCalls calls, MockHandler<?> handler) {
    this.calls = calls;
    this.handler = handler;
  }

  MockCalls calls() {
    return calls;
  }

  /** Passes a call to Mockito: it is stubbing, or verified, or registered and answered. */
  @Nullable Object pass(Invocation invocation) throws Throwable {
    return handler.handle(invocation);
  }

  /** A call to a mock of a class. */
  @Override
  public @Nullable Object handle(Invocation invocation) throws Throwable {
    calls.mocks().engine().checkAlive();
    return calls.viaMockito(new SeenCall(calls, calls.facts(invocation.getMethod()), invocation));
  }

  @Override
  @SuppressWarnings("unchecked") // Of whatever type the mock is.
  public MockCreationSettings<Object> getMockSettings() {
    return (MockCreationSettings<Object>) handler.getMockSettings();
  }

  @Override
  public InvocationContainer getInvocationContainer() {
    return handler.getInvocationContainer();
  }
}
