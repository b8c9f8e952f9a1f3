package dev.timelapse.samples.bugs.token;

/** Issues tokens. */
interface TokenService {
  Token issue();
}
