print("mlreview")
