package dev.timelapse.samples.bugs.token;

import java.io.IOException;

/** Takes in what meters show. */
interface MeteringApi {

  /**
   * Uploads a reading.
   *
   * @throws IOException if the token is not valid when the request arrives
   */
  void upload(Token token) throws IOException;
}
