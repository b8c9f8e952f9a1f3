package dev.timelapse.testkit.outside;

import org.jspecify.annotations.Nullable;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/** The default answer of a mock, by which its mock maker also finds what belongs to it. */
record StandIn(MockCalls calls) implements Answer<Object> {

  @Override
  public @Nullable Object answer(InvocationOnMock invocation) throws Throwable {
    return calls.answerUnstubbed(invocation);
  }
}
