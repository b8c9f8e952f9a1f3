package dev.timelapse.testkit.outside;

import java.lang.reflect.Proxy;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.mockito.MockMakers;
import org.mockito.Mockito;
import org.mockito.invocation.MockHandler;
import org.mockito.mock.MockCreationSettings;
import org.mockito.plugins.MockMaker;

/**
 * Makes the mocks of the outside for Mockito: proxies of interfaces, which cost a call little, and
 * for classes what Mockito's inline mock maker makes. Every call passes through the mock's {@link
 * MockCalls}. Mockito creates it by its name.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OutsideMockMaker implements MockMaker {

  private final MockMaker ofClasses =
      Mockito.framework().getPlugins().getMockMaker(MockMakers.INLINE);

  /** Creates the mock maker; Mockito does it. */
  public OutsideMockMaker() {}

  @Override
  public <T> T createMock(MockCreationSettings<T> settings, MockHandler<T> handler) {
    if (!(settings.getDefaultAnswer() instanceof StandIn standIn)) {
      throw new IllegalStateException("mocks of the outside are made by a timeline only");
    }
    MockCalls calls = standIn.calls();
    MockitoSide mockito = new MockitoSide(calls, handler);
    calls.use(mockito);
    Class<T> type = settings.getTypeToMock();
    if (!type.isInterface()) {
      @SuppressWarnings("unchecked")
      MockHandler<T> typed = (MockHandler<T>) mockito;
      return ofClasses.createMock(settings, typed);
    }
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
  }

  @Override
  public @Nullable MockHandler<?> getHandler(Object mock) {
    if (Proxy.isProxyClass(mock.getClass())) {
      return Proxy.getInvocationHandler(mock) instanceof MockCalls calls ? calls.asked() : null;
    }
    return ofClasses.getHandler(mock) instanceof MockitoSide side ? side.calls().asked() : null;
  }

  @Override
  public void resetMock(Object mock, MockHandler<?> newHandler, MockCreationSettings<?> settings) {
    MockCalls calls = ((StandIn) settings.getDefaultAnswer()).calls();
    MockitoSide mockito = new MockitoSide(calls, newHandler);
    calls.use(mockito);
    if (!Proxy.isProxyClass(mock.getClass())) {
      ofClasses.resetMock(mock, mockito, settings);
    }
  }

  @Override
  public TypeMockability isTypeMockable(Class<?> type) {
    return type.isInterface() && !type.isSealed() ? Mockable.YES : ofClasses.isTypeMockable(type);
  }

  private enum Mockable implements TypeMockability {
    YES;

    @Override
    public boolean mockable() {
      return true;
    }

    @Override
    public String nonMockableReason() {
      return "";
    }
  }
}
