"""Picture sets from elsewhere: files of many kinds made into a stream of pictures with names."""
