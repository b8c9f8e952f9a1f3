package dev.timelapse.testkit.outside;

import org.apiguardian.api.API;

/**
 * Makes one call on an object, to name it: {@code s -> s.put(startsWith("tmp-"))}. Its arguments
 * may be Mockito's matchers. It may be a lambda.
 *
 * @param <T> the type of the object
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface CallOn<T> {

  /**
   * Makes the call.
   *
   * @param object what to call; records the call and does nothing else
   * @throws Throwable what the called method declares
   */
  void call(T object) throws Throwable;
}
