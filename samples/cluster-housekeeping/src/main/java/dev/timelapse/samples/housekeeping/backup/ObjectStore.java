package dev.timelapse.samples.housekeeping.backup;

import java.util.List;

/** A place off site that keeps objects under names. */
public interface ObjectStore {

  /**
   * Stores an object. It is seen whole or not at all, and replaces one of the same name.
   *
   * @throws Exception if it was not stored
   */
  void put(String name, DataSet data) throws Exception;

  /**
   * Reads an object back and compares it with what was put.
   *
   * @return false if it is not what was put, or not there
   * @throws Exception if the store cannot be asked; that says nothing about the object
   */
  boolean verify(String name) throws Exception;

  /**
   * Returns the names of all objects, in any order.
   *
   * @throws Exception if the store cannot be asked
   */
  List<String> list() throws Exception;

  /**
   * Deletes an object; does nothing if it is not there.
   *
   * @throws Exception if it could not be deleted
   */
  void delete(String name) throws Exception;
}
