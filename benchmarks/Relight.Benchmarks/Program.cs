using Relight.Benchmarks;
using Relight.Benchmarks.Delivery;
using Relight.Benchmarks.Import;

IBenchmark[] benchmarks =
[
    new DeliverySpeed(),
    new DeliveryAgreement(),
    new ImportSpeed(),
];

return BenchmarkCommand.Run(benchmarks, args);
