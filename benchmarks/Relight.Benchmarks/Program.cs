using Relight.Benchmarks;
using Relight.Benchmarks.Delivery;

IBenchmark[] benchmarks =
[
    new DeliverySpeed(),
    new DeliveryAgreement(),
];

return BenchmarkCommand.Run(benchmarks, args);
